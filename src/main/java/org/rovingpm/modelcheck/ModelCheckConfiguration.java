package org.rovingpm.modelcheck;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ModelCheckConfiguration {

    @Bean
    CheckModels checkModels(Provided provided, InForce inForce, Expressions expressions, Feel feel, Schema schema) {
        return new CheckModels(provided, inForce, expressions, feel, schema);
    }
}
