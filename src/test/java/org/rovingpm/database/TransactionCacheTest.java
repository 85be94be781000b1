package org.rovingpm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class TransactionCacheTest {

    @Autowired
    private PlatformTransactionManager transactions;

    private final List<String> questions = new ArrayList<>();
    private final TransactionCache<String, Integer> length = new TransactionCache<>(word -> {
        questions.add(word);
        return word.length();
    });

    @Test
    void aTransactionAsksEachQuestionOnceAndTheNextAsksAgain() {
        for (int i = 0; i < 2; i++) {
            transaction().executeWithoutResult(status -> {
                assertThat(length.answer("four")).isEqualTo(4);
                assertThat(length.answer("three")).isEqualTo(5);
                assertThat(length.answer("four")).isEqualTo(4);
            });
        }
        assertThat(questions).containsExactly("four", "three", "four", "three");
    }

    @Test
    void aTransactionWithinAnotherAsksForItselfAndTheOuterOneGoesByWhatItKnows() {
        transaction().executeWithoutResult(outer -> {
            length.answer("four");
            TransactionTemplate inner = transaction();
            inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            inner.executeWithoutResult(status -> length.answer("four"));
            length.answer("four");
        });
        assertThat(questions).containsExactly("four", "four");
    }

    @Test
    void whatTheTransactionItselfHasChangedIsQueriedAgain() {
        transaction().executeWithoutResult(status -> {
            length.answer("four");
            length.answer("three");
            length.forget("four");
            length.answer("four");
            length.answer("three");
        });
        assertThat(questions).containsExactly("four", "three", "four");
    }

    @Test
    void withoutATransactionEveryQuestionIsQueried() {
        length.answer("four");
        length.answer("four");
        assertThat(questions).containsExactly("four", "four");
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}
