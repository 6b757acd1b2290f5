package monitoring.dashboard.web;

import java.time.Clock;

import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The clock and the language of a page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ WebProperties.class, TlsProperties.class })
class WebConfiguration implements WebMvcConfigurer {

    /**
     * More than all templates have together; of less, pages would push each other's out
     * and parse and compile them again.
     */
    static final int EXPRESSIONS = 5000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> tls(TlsProperties properties) {
        return (factory) -> {
            if (properties.isOn()) {
                Ssl ssl = new Ssl();
                ssl.setCertificate(properties.certificate());
                ssl.setCertificatePrivateKey(properties.privateKey());
                ssl.setEnabledProtocols(new String[] { "TLSv1.2", "TLSv1.3" });
                factory.setSsl(ssl);
            }
        };
    }

    @Autowired
    void templates(SpringTemplateEngine engine) {
        engine.setLinkBuilder(new AssetLinks());
        StandardCacheManager caches = new StandardCacheManager();
        caches.setExpressionCacheMaxSize(EXPRESSIONS);
        engine.setCacheManager(caches);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OutageBanner());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ViewerLocaleResolver();
    }

}
