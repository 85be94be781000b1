package org.rovingpm.engine.feel;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.math.BigDecimal;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;
import org.rovingpm.format.BritishFormat;

/** Counts each step of an evaluation, and looks at what would become large in a single one before it does. */
class BoundedInterpreter extends FeelInterpreter {

    private static final int LONGEST_LIST = 10_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_SEARCHED_TEXT = 1_000;
    private static final int MOST_DIGITS = 1_000;
    private static final int MOST_DECIMALS = 100;

    BoundedInterpreter(ValueMapper valueMapper) {
        super(valueMapper);
    }

    @Override
    public Val eval(Exp expression, EvalContext context) {
        Computation computation = Computation.enter();
        try {
            before(expression, context);
            Val value = super.eval(expression, context);
            check(value);
            return value;
        } finally {
            computation.leave();
        }
    }

    private void before(Exp expression, EvalContext context) {
        if (expression instanceof IterationContext range) {
            if (eval(range.start(), context) instanceof ValNumber first
                    && eval(range.end(), context) instanceof ValNumber last
                    && last.value().$minus(first.value()).abs().$greater(BigDecimal.int2bigDecimal(LONGEST_LIST))) {
                throw Computation.tooMuch(
                        "loops over more than %s numbers".formatted(BritishFormat.number(LONGEST_LIST)));
            }
        } else if (expression instanceof For loop) {
            combinations(loop.iterators(), context);
        } else if (expression instanceof SomeItem loop) {
            combinations(loop.iterators(), context);
        } else if (expression instanceof EveryItem loop) {
            combinations(loop.iterators(), context);
        } else if (expression instanceof FunctionInvocation call) {
            call(call, context);
        }
    }

    /** The library makes a list of all combinations before it looks at the first. */
    private void combinations(List<Tuple2<String, Exp>> iterators, EvalContext context) {
        if (iterators.lengthCompare(1) > 0) {
            long combinations = 1;
            for (int iterator = 0; iterator < iterators.length(); iterator++) {
                if (eval(iterators.apply(iterator)._2(), context) instanceof ValList list) {
                    combinations *= Math.max(1, list.items().length());
                }
                if (combinations > LONGEST_LIST) {
                    throw Computation.tooMuch(
                            "loops over more than %s combinations".formatted(BritishFormat.number(LONGEST_LIST)));
                }
            }
        }
    }

    private void call(FunctionInvocation call, EvalContext context) {
        if (FeelCalls.searches(call)) {
            if (!FeelCalls.hasSimplePattern(call)) {
                throw Computation.tooMuch("searches a text with a pattern that may take for ever");
            }
            for (Exp argument : FeelCalls.arguments(call)) {
                if (eval(argument, context) instanceof ValString text
                        && text.value().length() > LONGEST_SEARCHED_TEXT) {
                    throw Computation.tooMuch("searches a text of more than %s characters"
                            .formatted(BritishFormat.number(LONGEST_SEARCHED_TEXT)));
                }
            }
        } else if (FeelCalls.rounds(call)) {
            java.util.List<Exp> arguments = FeelCalls.arguments(call);
            if (arguments.size() > 1
                    && eval(arguments.get(1), context) instanceof ValNumber decimals
                    && decimals.value().abs().$greater(BigDecimal.int2bigDecimal(MOST_DECIMALS))) {
                throw Computation.tooMuch("rounds to more than %d decimals".formatted(MOST_DECIMALS));
            }
        }
    }

    private static void check(Val value) {
        if (value instanceof ValList list && list.items().lengthCompare(LONGEST_LIST) > 0) {
            throw Computation.tooMuch(
                    "makes a list of more than %s values".formatted(BritishFormat.number(LONGEST_LIST)));
        }
        if (value instanceof ValString text && text.value().length() > LONGEST_TEXT) {
            throw Computation.tooMuch(
                    "makes a text of more than %s characters".formatted(BritishFormat.number(LONGEST_TEXT)));
        }
        if (value instanceof ValNumber number
                && (Math.abs((long) number.value().scale()) > MOST_DIGITS
                        || number.value().precision() > MOST_DIGITS)) {
            throw Computation.tooMuch(
                    "makes a number of more than %s digits".formatted(BritishFormat.number(MOST_DIGITS)));
        }
    }
}
