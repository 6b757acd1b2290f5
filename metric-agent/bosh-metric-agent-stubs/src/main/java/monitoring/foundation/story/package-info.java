/**
 * What happens in the foundation in the course of time: daily load, and episodes that an
 * administrator recognises. A function of time and seed, so that history and present
 * agree.
 */
@NullMarked
package monitoring.foundation.story;

import org.jspecify.annotations.NullMarked;
