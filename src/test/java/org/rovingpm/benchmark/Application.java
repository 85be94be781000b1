package org.rovingpm.benchmark;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.rovingpm.RovingPmApplication;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real application in this Java process, as the packaged jar starts it; its timers fire only when asked for. */
public final class Application implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Server server;
    private final Size size;

    private Application(ConfigurableApplicationContext context, Server server, Size size) {
        this.context = context;
        this.server = server;
        this.size = size;
    }

    public static Application on(Server server, Size size, String... more) {
        Application application = new Application(
                new SpringApplicationBuilder(RovingPmApplication.class, Scheme.class)
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean(
                                        "movableClock", MovableClock.class, definition -> definition.setPrimary(true)))
                        .run(arguments(
                                server,
                                Stream.concat(
                                                Stream.of(
                                                        "--server.port=0",
                                                        "--rovingpm.limit.pages=1000000",
                                                        // There is no TLS between a measurement and what it measures
                                                        "--server.servlet.session.cookie.secure=false"),
                                                Stream.of(more))
                                        .toArray(String[]::new))),
                server,
                size);
        application.jobExecutor().shutdown();
        return application;
    }

    /** What is said at the start of the packaged jar. */
    static String[] arguments(Server server, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--rovingpm.db.url=" + server.url(),
                                "--rovingpm.db.user=" + Server.USER,
                                "--rovingpm.db.password=" + Server.USER,
                                "--rovingpm.admin.user=first-admin",
                                "--rovingpm.admin.password=Only-for-tests-1"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Scheme scheme() {
        return bean(Scheme.class);
    }

    public ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public JobExecutor jobExecutor() {
        return ((ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration()).getJobExecutor();
    }

    public Server server() {
        return server;
    }

    public Size size() {
        return size;
    }

    /** @return the REST API as this person calls it */
    Caller as(String person) {
        return new Caller(port(), person);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
