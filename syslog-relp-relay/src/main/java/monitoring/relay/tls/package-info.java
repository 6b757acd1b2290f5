/**
 * TLS for all that listens: our certificate, and which peers are let in. Knows no
 * protocol above it.
 */
@NullMarked
package monitoring.relay.tls;

import org.jspecify.annotations.NullMarked;
