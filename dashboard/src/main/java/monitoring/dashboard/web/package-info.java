/**
 * What every page needs: who looks, times and units in words, time ranges, paging, and
 * which store is away. Knows no feature.
 */
@NullMarked
package monitoring.dashboard.web;

import org.jspecify.annotations.NullMarked;
