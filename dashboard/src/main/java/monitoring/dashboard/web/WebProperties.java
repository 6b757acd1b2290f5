package monitoring.dashboard.web;

import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are before anybody has signed in.
 *
 * @param zone in which times are shown to those who chose none
 * @param askAhead whether what all pages share is asked for before anybody comes
 */
@ConfigurationProperties("dashboard")
public record WebProperties(@DefaultValue("Asia/Seoul") ZoneId zone, @DefaultValue("true") boolean askAhead) {
}
