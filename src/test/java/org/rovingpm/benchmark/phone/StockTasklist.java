package org.rovingpm.benchmark.phone;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Tasklist as it comes, without anything of ours, its files kept by the browser: what ours is compared with. Runs in a Java
 * process that has no other class of ours; {@link StockServer} starts it. It is no {@code @Configuration}, which the application would
 * find in its tests.
 */
@EnableAutoConfiguration(
        exclude = {
            SecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
public class StockTasklist {

    /** Signs in with this as password too. */
    public static final String PERSON = "coordinator";

    /** The setting that says how many tasks there are. */
    static final String TASKS = "stock.tasks";

    public static void main(String[] arguments) {
        SpringApplication.run(StockTasklist.class, arguments);
    }

    @Bean
    ApplicationRunner tasks(ProcessEngine engine) {
        return arguments -> {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "request.bpmn",
                            Bpmn.createExecutableProcess("request")
                                    .camundaHistoryTimeToLive(1)
                                    .startEvent()
                                    .userTask()
                                    .name("Assess request")
                                    .camundaCandidateUsers(PERSON)
                                    .endEvent()
                                    .done())
                    .deploy();
            int tasks = Integer.parseInt(arguments.getOptionValues(TASKS).get(0));
            for (int task = 0; task < tasks; task++) {
                engine.getRuntimeService().startProcessInstanceByKey("request");
            }
        };
    }

    @Bean
    FilterRegistrationBean<Filter> keptFiles() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            if (String.valueOf(((HttpServletRequest) request).getQueryString()).startsWith("bust=")) {
                ((HttpServletResponse) response).setHeader("Cache-Control", "private, max-age=31536000, immutable");
            }
            chain.doFilter(request, response);
        });
        filter.addUrlPatterns("/camunda/*");
        return filter;
    }
}
