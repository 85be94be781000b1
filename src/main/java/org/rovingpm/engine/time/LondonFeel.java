package org.rovingpm.engine.time;

import java.time.ZonedDateTime;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.valuemapper.ValueMapper;
import org.rovingpm.calendar.SchemeTime;

/** Decisions whose now() and today() are London's, by the engine's clock. */
class LondonFeel extends ScalaFeelEngine {

    LondonFeel() {
        super(null);
    }

    @Override
    protected FeelEngine buildFeelEngine(
            CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper valueMapper) {
        return new FeelEngine.Builder()
                .functionProvider(functions)
                .valueMapper(valueMapper)
                .enableExternalFunctions(false)
                .clock(LondonFeel::now)
                .build();
    }

    private static ZonedDateTime now() {
        return ClockUtil.getCurrentTime().toInstant().atZone(SchemeTime.ZONE);
    }
}
