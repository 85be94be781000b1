package org.rovingpm.demo.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept on this machine.
 *
 * @param data the folder of the database that comes along; made where it is missing
 */
@ConfigurationProperties("rovingpm")
record DataSettings(@DefaultValue("data") Path data) {}
