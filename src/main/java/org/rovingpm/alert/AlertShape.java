package org.rovingpm.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The format of a chat's messages. */
enum AlertShape {

    /** An Adaptive Card for the workflow webhooks of Microsoft Teams. */
    TEAMS {
        @Override
        Map<String, Object> message(Alert alert) {
            List<Map<String, String>> facts = alert.facts().entrySet().stream()
                    .map(fact -> Map.of("title", fact.getKey(), "value", fact.getValue()))
                    .toList();
            Map<String, Object> card = new LinkedHashMap<>();
            card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
            card.put("type", "AdaptiveCard");
            card.put("version", "1.4");
            card.put(
                    "body",
                    List.of(
                            Map.of("type", "TextBlock", "text", alert.happened(), "wrap", true, "weight", "Bolder"),
                            Map.of("type", "FactSet", "facts", facts)));
            if (alert.link() != null) {
                card.put(
                        "actions",
                        List.of(Map.of("type", "Action.OpenUrl", "title", "Open the case", "url", alert.link())));
            }
            return Map.of(
                    "type",
                    "message",
                    "attachments",
                    List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
        }
    },

    /** A text for the incoming webhooks of Slack. */
    SLACK {
        @Override
        Map<String, Object> message(Alert alert) {
            String facts = alert.facts().entrySet().stream()
                    .map(fact -> fact.getKey() + ": " + fact.getValue())
                    .collect(Collectors.joining("\n"));
            String text = escaped("*" + alert.happened() + "*\n" + facts);
            return Map.of("text", alert.link() == null ? text : text + "\n<" + alert.link() + "|Open the case>");
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    };

    /** @return the message as maps and lists for JSON */
    abstract Map<String, Object> message(Alert alert);
}
