package monitoring.storage.influxdb;

import java.util.Arrays;
import java.util.Map;

import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

/**
 * Writes samples as lines of InfluxDB's line protocol, times in milliseconds. Tags are
 * sorted, as the server would otherwise sort them itself. Not safe for use by threads.
 */
final class LineProtocol {

    private final InfluxProperties.Measurements measurements;

    // of the sample before: in a backfill, samples of one series follow each other
    private Map<String, String> tags = Map.of();

    private String encodedTags = "";

    LineProtocol(InfluxProperties.Measurements measurements) {
        this.measurements = measurements;
    }

    void append(Sample sample, StringBuilder out) {
        escape(this.measurements.of(sample.measurement()), ", ", out);
        appendTags(sample, out);
        char separator = ' ';
        for (Map.Entry<String, Number> field : sample.fields().entrySet()) {
            out.append(separator);
            escape(field.getKey(), ",= ", out);
            out.append('=');
            appendNumber(field.getKey(), field.getValue(), out);
            separator = ',';
        }
        out.append(' ').append(sample.time().toEpochMilli()).append('\n');
    }

    private void appendTags(Sample sample, StringBuilder out) {
        if (sample.tags() == this.tags) {
            out.append(this.encodedTags);
            return;
        }
        int begin = out.length();
        appendTags(sample.tags(), out);
        this.tags = sample.tags();
        this.encodedTags = out.substring(begin);
    }

    private static void appendTags(Map<String, String> tags, StringBuilder out) {
        String[] names = tags.keySet().toArray(new String[0]);
        Arrays.sort(names);
        for (String name : names) {
            String value = tags.get(name);
            if (value.isEmpty() || name.isEmpty()) {
                // the protocol has no empty tag; absent and empty are the same to a query
                continue;
            }
            out.append(',');
            escape(name, ",= ", out);
            out.append('=');
            escape(value, ",= ", out);
        }
    }

    private static void appendNumber(String field, Number value, StringBuilder out) {
        switch (field) {
            // floats in PaaS-TA's databases; an integer would be refused as a conflict of
            // types
            case Tags.VALUE, Tags.APP_MEMORY, Tags.APP_DISK -> appendFloat(value.doubleValue(), out);
            default -> {
                if (value instanceof Long || value instanceof Integer || value instanceof Short
                        || value instanceof Byte) {
                    out.append(value.longValue()).append('i');
                }
                else {
                    appendFloat(value.doubleValue(), out);
                }
            }
        }
    }

    private static void appendFloat(double value, StringBuilder out) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) < 1L << 53) {
            out.append(whole); // shorter, and a float to the server as it bears no i
        }
        else {
            out.append(value);
        }
    }

    /**
     * A backslash before each special character. Line breaks would end the line, and a
     * backslash at the end would swallow the separator: there is no way to write them.
     */
    private static void escape(String text, String special, StringBuilder out) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u007f') {
                out.append("\\ ");
            }
            else if (c == '\\' && i == length - 1) {
                out.append('/');
            }
            else {
                if (c <= '=' && special.indexOf(c) >= 0) {
                    out.append('\\');
                }
                out.append(c);
            }
        }
    }

}
