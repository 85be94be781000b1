package org.rovingpm.engine.feel;

import java.lang.reflect.Field;
import java.time.ZonedDateTime;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.valuemapper.ValueMapper;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.submission.Refusal;

/** Evaluates expressions that end. Their now() and today() are London's, by the engine's clock. */
public class BoundedFeel extends ScalaFeelEngine {

    public BoundedFeel() {
        super(null);
    }

    @Override
    protected FeelEngine buildFeelEngine(
            CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper valueMapper) {
        FeelEngine feel = new FeelEngine.Builder()
                .functionProvider(functions)
                .valueMapper(valueMapper)
                .enableExternalFunctions(false)
                .clock(BoundedFeel::now)
                .build();
        interpretWith(new BoundedInterpreter(valueMapper), feel);
        return feel;
    }

    /** The library builds its interpreter itself. It is where every part of an expression passes, so it is the place to count. */
    private static void interpretWith(BoundedInterpreter interpreter, FeelEngine feel) {
        try {
            Field field = FeelEngine.class.getDeclaredField("interpreter");
            field.setAccessible(true);
            field.set(feel, interpreter);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("The FEEL library has changed: expressions would have no limits", changed);
        }
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the library has it
    public <T> T evaluateSimpleExpression(String expression, VariableContext facts) {
        return bounded(expression, () -> super.<T>evaluateSimpleExpression(expression, facts));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext facts) {
        return bounded(expression, () -> super.evaluateSimpleUnaryTests(expression, input, facts));
    }

    private static <T> T bounded(String expression, Supplier<T> evaluation) {
        FeelLimits.problemOfText(expression).ifPresent(problem -> {
            throw new Refusal("A decision was not evaluated, because it has an expression that " + problem);
        });
        return Computation.during(evaluation);
    }

    private static ZonedDateTime now() {
        return ClockUtil.getCurrentTime().toInstant().atZone(SchemeTime.ZONE);
    }
}
