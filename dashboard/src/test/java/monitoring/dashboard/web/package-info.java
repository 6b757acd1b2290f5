/**
 * Tests of the parts of every page.
 */
@NullMarked
package monitoring.dashboard.web;

import org.jspecify.annotations.NullMarked;
