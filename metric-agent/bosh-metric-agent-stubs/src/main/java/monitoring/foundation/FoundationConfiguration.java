package monitoring.foundation;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import monitoring.foundation.agents.AgentProperties;
import monitoring.foundation.agents.LiveAgents;
import monitoring.foundation.cloudcontroller.Instances;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.layout.LayoutProperties;
import monitoring.foundation.login.LoginProperties;
import monitoring.foundation.login.Tokens;
import monitoring.foundation.logs.LogForwarder;
import monitoring.foundation.logs.RelpProperties;
import monitoring.foundation.state.StateFile;
import monitoring.foundation.state.StateProperties;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Story;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.metric.MetricStore;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Joins the parts of the simulated foundation. */
@Configuration(proxyBeanMethods = false)
@Import(InfluxConfiguration.class)
class FoundationConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Layout layout(LayoutProperties properties) {
        return new Layout(properties);
    }

    @Bean
    StateFile stateFile(StateProperties properties) {
        return new StateFile(properties);
    }

    @Bean
    Story story(Layout layout, StateFile state, Clock clock) {
        String firstStart = state.get("first-start", () -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return new Story(layout, Instant.parse(firstStart));
    }

    @Bean
    Instances instances(StateFile state) {
        return new Instances(state);
    }

    @Bean
    Tokens tokens(LoginProperties properties, Clock clock) {
        return new Tokens(properties, clock);
    }

    @Bean
    Foundation foundation(Layout layout, Story story, Instances instances, Clock clock) {
        return new Foundation(layout, story, instances, clock);
    }

    @Bean
    LiveAgents liveAgents(Foundation foundation, MetricStore store, AgentProperties properties) {
        LiveAgents agents = new LiveAgents(foundation, store, properties);
        if (properties.enabled()) {
            agents.start();
        }
        return agents;
    }

    @Bean
    LogForwarder logForwarder(Foundation foundation, RelpProperties properties) {
        LogForwarder forwarder = new LogForwarder(foundation, properties);
        if (properties.enabled()) {
            forwarder.start();
        }
        return forwarder;
    }

    @Bean
    HealthIndicator agentsHealthIndicator(LiveAgents agents, AgentProperties properties) {
        return () -> {
            Health.Builder health = (!properties.enabled() || agents.isWriting()) ? Health.up()
                    : Health.down().withDetail("failure", agents.lastFailure());
            return health.withDetail("written", agents.written()).withDetail("dropped", agents.dropped()).build();
        };
    }

    @Bean
    FilterRegistrationBean<ServiceFilter> serviceFilter(PortProperties ports, Tokens tokens) {
        FilterRegistrationBean<ServiceFilter> registration = new FilterRegistrationBean<>(
                new ServiceFilter(ports, tokens));
        registration.addUrlPatterns("/*");
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectors(PortProperties ports) {
        return (factory) -> factory
            .addAdditionalConnectors(Stream.of(ports.uaa(), ports.cloudController(), ports.autoscale())
                .map(FoundationConfiguration::connector)
                .toArray(Connector[]::new));
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setAddress(InetAddress.getLoopbackAddress());
        return connector;
    }

}
