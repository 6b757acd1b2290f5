package monitoring.relay.syslog;

import java.util.ArrayList;
import java.util.List;

import static monitoring.relay.syslog.LinePattern.TIME;

/**
 * The kinds of lines that one regular expression describes, the more special ones first.
 */
final class LinePatterns {

    private static final String APACHE_TIME = "\\[(?<loggedAt>\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\d{4})\\] ";

    private LinePatterns() {
    }

    static List<BodyParser> all() {
        List<BodyParser> all = new ArrayList<>(applications());
        all.addAll(servers());
        all.addAll(loggers());
        return all;
    }

    /** Kinds that applications here write. */
    private static List<BodyParser> applications() {
        return List.of(new LinePattern("error-code", "0", TIME
                + " :(?<file>.+):(?<line>\\d+) \\[thread:(?<thread>[^\\]]*)\\] errorcode:(?<errorcode>\\S+) message:(?<error>.*)(?<rest>)",
                (none, draft) -> draft.severity(Levels.of("error"))),
                new LinePattern("trace", "[",
                        "\\[" + TIME + "\\]\\s+\\[(?<level>\\w+)\\]\\s+\\[(?<thread>[^\\]]*)\\]\\s+(?<rest>.*)",
                        Pairs::trace),
                new LinePattern("registration", "0",
                        TIME + " (?<session>[0-9a-f]{8,32}),(?<source>\\d+),(?<ref>\\w+),(?<params>.*)", null),
                new LinePattern("link", "h", "(?<url>https?://[^\\s?]+)\\?(?<rest>\\S+)", Pairs::query));
    }

    /** Kinds of servers that stand beside the platform. */
    private static List<BodyParser> servers() {
        return List.of(
                new LinePattern("nginx-error", "0", TIME
                        + " \\[(?<level>[a-z]+)\\] (?<pid>\\d+)#(?<tid>\\d+): (?:\\*(?<connection>\\d+) )?(?<rest>.*)",
                        Pairs::nginx),
                new LinePattern("apache-error", "[", APACHE_TIME
                        + "\\[(?:(?<module>\\w*):)?(?<level>\\w+)\\](?: \\[pid (?<pid>\\d+)(?::tid (?<tid>\\d+))?\\])?(?<rest>.*)",
                        Pairs::apache),
                new LinePattern("uwsgi", "[",
                        "\\[pid: (?<pid>\\d+)\\|app: (?<application>[^|]+)\\|req: (?<requests>[^\\]]+)\\] (?<clientIp>\\S+) \\((?<user>[^)]*)\\) \\{[^}]*\\} \\[(?<loggedAt>[^\\]]+)\\] (?<method>\\S+) (?<uri>.*) => generated (?<bytes>\\d+) bytes in (?<milliseconds>\\d+) msecs \\((?<protocol>\\S+) (?<status>\\d+)\\).*",
                        null),
                new LinePattern("mysql", "0", TIME
                        + " (?<thread>\\d+) \\[(?<level>\\w+)\\](?: \\[(?<errorcode>MY-\\d+)\\])?(?: \\[(?<subsystem>\\w+)\\])? (?<error>.*)",
                        null),
                new LinePattern("postgresql", "0",
                        TIME + " (?<zone>[A-Z]{3,5}) \\[(?<pid>\\d+)\\](?: \\S+)? (?<level>[A-Z]+\\d?):  ?(?<error>.*)",
                        null),
                new LinePattern("slow-query", "#", "# Time: (?<loggedAt>\\S+)(?<rest>.*)", Pairs::slowQuery),
                new LinePattern("vpxd", "0", TIME
                        + " (?<level>\\w+) (?<component>\\w+)\\[(?<thread>\\w+)\\] \\[(?<originator>Originator@\\d+) (?<rest>[^\\]]*)\\] (?<text>.*)",
                        Pairs::logfmt),
                new LinePattern("vdsm", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                        "(?<thread>[\\w-]+)::(?<level>[A-Z]+)::" + TIME
                                + "::(?<module>\\w+)::(?<line>\\d+)::(?<logger>[\\w.]+)::(?<text>.*)",
                        null));
    }

    /** Kinds of logging libraries. */
    private static List<BodyParser> loggers() {
        return List.of(new LinePattern("zap", "0", TIME
                + "\t(?<level>[A-Za-z]+)\t(?:(?<logger>[^\t:]+)\t)?(?<file>[^\t:]+):(?<line>\\d+)\t(?<text>[^\t]*)(?:\t(?<rest>\\{.*))?",
                JsonBody::append), new LinePattern("python", "0", TIME + ":(?<level>[A-Z]+):(?<text>.*)", null),
                new LinePattern("java", "0", TIME
                        + "\\s+(?:\\[(?<thread>[^\\]]*)\\]\\s+)?(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL|SEVERE)\\s+(?:(?<pid>\\d+)\\s+)?(?:---\\s+)?(?:\\[\\s*+(?<context>[^\\]]*+)\\]\\s++){0,3}(?<logger>[\\w.$/]+)\\s+[:-]\\s+(?<text>.*)",
                        null),
                new LinePattern("glog", "IWEF",
                        "(?<level>[IWEF])(?<loggedAt>\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+)\\s+(?<thread>\\d+) (?<file>[^:\\s]+):(?<line>\\d+)\\] (?<text>.*)",
                        null),
                new LinePattern("laravel", "[",
                        "\\[" + TIME + "\\] (?<environment>\\w+)\\.(?<level>[A-Z]+): (?<text>.*)", null));
    }

}
