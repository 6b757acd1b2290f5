/**
 * Recognises what a sender repeats after a broken connection, by the hashes of what was
 * kept from it last. Knows no wire protocol and no file.
 */
@NullMarked
package monitoring.relay.repeat;

import org.jspecify.annotations.NullMarked;
