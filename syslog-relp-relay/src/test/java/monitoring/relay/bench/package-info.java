/** Measures the relay beside rsyslog; no part of the build. */
package monitoring.relay.bench;
