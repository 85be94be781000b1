package org.rovingpm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Roving PM: the domain, the workflow engine inside it, and their pages. Beans that models name have the short names
 * given to them; all others go by their full class names.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class RovingPm {

    public static void main(String[] arguments) {
        SpringApplication.run(RovingPm.class, arguments);
    }
}
