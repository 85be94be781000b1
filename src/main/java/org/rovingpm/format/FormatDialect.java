package org.rovingpm.format;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives {@link BritishFormat} to all templates, those of documents too, as {@code #format}. */
@Component
class FormatDialect extends AbstractDialect implements IExpressionObjectDialect {

    private static final String NAME = "format";
    private static final BritishFormat FORMAT = new BritishFormat();

    FormatDialect() {
        super("Format");
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {

            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(NAME);
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return FORMAT;
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
