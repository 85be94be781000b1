package org.rovingpm.choice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads choices that were stored as JSON by their codes. */
@Component
class ChoicesAsCodes extends SimpleModule {

    private static final long serialVersionUID = 1;

    ChoicesAsCodes(ObjectProvider<ChoiceLists> lists) {
        setDeserializers(new OfChoices(lists));
    }

    private static class OfChoices extends SimpleDeserializers {

        private static final long serialVersionUID = 1;

        private final transient ObjectProvider<ChoiceLists> lists;

        OfChoices(ObjectProvider<ChoiceLists> lists) {
            this.lists = lists;
        }

        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return Choice.class.isAssignableFrom(type.getRawClass()) ? new OfCode(type.getRawClass()) : null;
        }

        private class OfCode extends JsonDeserializer<Choice> {

            private final Class<?> type;

            OfCode(Class<?> type) {
                this.type = type;
            }

            @Override
            public Choice deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return lists.getObject().of(type).get(json.getText());
            }
        }
    }
}
