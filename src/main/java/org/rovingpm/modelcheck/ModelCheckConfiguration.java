package org.rovingpm.modelcheck;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class ModelCheckConfiguration {

    @Bean
    CheckModels checkModels(Provided provided, JdbcClient jdbc, Expressions expressions, Feel feel, Schema schema) {
        return new CheckModels(provided, new EngineInForce(jdbc), expressions, feel, schema);
    }
}
