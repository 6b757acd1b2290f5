package monitoring.dashboard.web;

import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages look before anybody has signed in.
 *
 * @param zone in which times are shown to those who chose none
 */
@ConfigurationProperties("dashboard")
public record WebProperties(@DefaultValue("Asia/Seoul") ZoneId zone) {
}
