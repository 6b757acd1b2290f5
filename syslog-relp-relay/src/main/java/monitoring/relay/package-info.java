/**
 * The relay: what comes in over RELP is kept in the journal, answered, understood and
 * indexed. This package joins the parts; none of them knows this one.
 */
@NullMarked
package monitoring.relay;

import org.jspecify.annotations.NullMarked;
