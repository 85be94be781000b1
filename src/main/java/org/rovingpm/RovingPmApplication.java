package org.rovingpm;

import java.util.List;
import org.rovingpm.modelcheck.process.CheckCommand;
import org.rovingpm.start.UtcZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Roving PM: the domain, the workflow engine inside it, and their pages. Beans that models name have the short names
 * given to them; all others go by their full class names. The argument "check" checks files instead.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class RovingPmApplication {

    public static void main(String[] arguments) {
        UtcZone.set();
        if (arguments.length > 0 && CheckCommand.NAME.equals(arguments[0])) {
            LoggingSystem.get(RovingPmApplication.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
            System.exit(CheckCommand.run(List.of(arguments).subList(1, arguments.length), System.out));
        }
        SpringApplication.run(RovingPmApplication.class, arguments);
    }
}
