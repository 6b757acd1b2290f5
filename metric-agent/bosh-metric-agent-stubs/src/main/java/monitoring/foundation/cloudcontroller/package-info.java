/**
 * The cloud controller: organizations, spaces, apps, processes and their statistics in
 * the shape of the CF API v3, and how many instances each app has.
 */
@NullMarked
package monitoring.foundation.cloudcontroller;

import org.jspecify.annotations.NullMarked;
