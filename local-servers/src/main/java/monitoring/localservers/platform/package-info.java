/**
 * The whole platform on one machine, as {@code script/server} runs it: checks the
 * machine, starts the servers and the programs as child processes, waits until all are
 * healthy, says where they are, and stops them in order. Knows the programs by their
 * jars, their environment variables and their health, not by their classes.
 */
@NullMarked
package monitoring.localservers.platform;

import org.jspecify.annotations.NullMarked;
