package org.rovingpm.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every rating ever suggested or agreed for a case. */
@Repository
public class RagRatings {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    RagRatings(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @return the ratings agreed for the case, oldest first, at most 100 */
    public List<RagRating> of(CaseReference reference) {
        return jdbc.sql("""
                select id, rag, reason, agreed_with, rated_at, rated_by from rag_rating
                where case_reference = :reference order by id limit 100""")
                .param("reference", reference.value())
                .query((row, number) -> new RagRating(
                        row.getLong("id"),
                        Rag.valueOf(row.getString("rag")),
                        row.getString("reason"),
                        row.getString("agreed_with"),
                        row.getObject("rated_at", OffsetDateTime.class).toInstant(),
                        row.getString("rated_by")))
                .list();
    }

    /** @return the latest rating agreed */
    Optional<RagRating> latest(CaseReference reference) {
        List<RagRating> all = of(reference);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** @return the latest suggestion for a case whose request has been assessed by rule; a case that was brought in has none */
    public RagSuggestion suggestionFor(CaseReference reference) {
        return findSuggestion(reference)
                .orElseThrow(() -> new IllegalStateException("No rating was ever suggested for case " + reference));
    }

    /** @return the latest suggestion for the case */
    public Optional<RagSuggestion> findSuggestion(CaseReference reference) {
        return jdbc.sql(
                        "select rag, reasons from rag_suggestion where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value())
                .query((row, number) ->
                        new RagSuggestion(Rag.valueOf(row.getString("rag")), reasons(row.getString("reasons"))))
                .optional();
    }

    void add(CaseReference reference, RagSuggestion suggestion) {
        jdbc.sql("""
                insert into rag_suggestion (case_reference, rag, reasons, suggested_at)
                values (:reference, :rag, :reasons::jsonb, :at)""")
                .param("reference", reference.value())
                .param("rag", suggestion.rag().name())
                .param("reasons", written(suggestion.reasons()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(CaseReference reference, Rag rag, String reason, String agreedWith, String who) {
        jdbc.sql("""
                insert into rag_rating (case_reference, rag, reason, agreed_with, rated_at, rated_by)
                values (:reference, :rag, :reason, :agreedWith, :at, :who)""")
                .param("reference", reference.value())
                .param("rag", rag.name())
                .param("reason", reason)
                .param("agreedWith", agreedWith)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    private String written(List<RagSuggestion.Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<RagSuggestion.Reason> reasons(String written) {
        try {
            return json.readValue(written, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
