package org.rovingpm.modelcheck;

import org.rovingpm.modelcheck.known.EngineReading;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.known.InForce;
import org.rovingpm.modelcheck.known.Lengths;
import org.rovingpm.modelcheck.known.Literals;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.modelcheck.known.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ModelCheckConfiguration {

    @Bean
    CheckModels checkModels(
            Provided provided,
            InForce inForce,
            Expressions expressions,
            Literals literals,
            Lengths lengths,
            Feel feel,
            Schema schema,
            EngineReading engine) {
        return new CheckModels(provided, inForce, expressions, literals, lengths, feel, schema, engine);
    }
}
