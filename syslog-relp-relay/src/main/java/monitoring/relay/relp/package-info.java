/**
 * The RELP session: frames in, messages to the intake, an answer for each message that is
 * kept. Knows nothing of syslog's formats, of files or of Elasticsearch.
 */
@NullMarked
package monitoring.relay.relp;

import org.jspecify.annotations.NullMarked;
