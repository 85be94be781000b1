package org.rovingpm.web.file;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class FileConfiguration implements WebMvcConfigurer {

    FileConfiguration(WebProperties properties) {
        properties.getResources().getChain().getStrategy().getFixed().setVersion(FileVersion.FOLDER);
    }

    /** As weak as it can be said: a strong one would keep the server from compressing them. */
    private static String entityTag() {
        return "W/\"" + FileVersion.NOW + "\"";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Signposts.PATTERNS)
                .addResourceLocations("classpath:/META-INF/resources/webjars/camunda/app/")
                // The times of files in a jar say nothing of its release
                .setUseLastModified(false)
                .setEtagGenerator(file -> entityTag())
                .resourceChain(true)
                .addTransformer(new Signposts());
    }

    /** Behind the sign-in, so that what it says about keeping comes first. */
    @Bean
    FilterRegistrationBean<KeptFiles> keptFiles() {
        FilterRegistrationBean<KeptFiles> filter = new FilterRegistrationBean<>(new KeptFiles());
        filter.addUrlPatterns("/" + FileVersion.FOLDER + "/*", "/webjars/*", "/camunda/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 5);
        return filter;
    }
}
