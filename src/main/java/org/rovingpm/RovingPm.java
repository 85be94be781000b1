package org.rovingpm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Roving PM: the domain, the workflow engine inside it, and their pages. */
@SpringBootApplication
public class RovingPm {

    public static void main(String[] arguments) {
        SpringApplication.run(RovingPm.class, arguments);
    }
}
