/**
 * The weekly report: what the alarms and incidents of a week come to, and a mail of it.
 */
@NullMarked
package monitoring.batch.report;

import org.jspecify.annotations.NullMarked;
