package org.rovingpm.choice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rovingpm.database.TransactionCache;

/**
 * A list that people choose from, read from its table once a transaction: a row that is added or changed counts from the
 * next transaction on, everywhere.
 *
 * @param <T> its rows
 */
public abstract class ChoiceList<T extends Choice> {

    private final String key;
    private final Class<T> type;
    private final TransactionCache<String, List<T>> rows;

    /**
     * @param key  by which forms ask for it, such as {@code declineReasonOptions}
     * @param read reads all rows in their order, those no longer in use among them
     */
    protected ChoiceList(String key, Class<T> type, Supplier<List<T>> read) {
        this.key = key;
        this.type = type;
        this.rows = new TransactionCache<>(question -> List.copyOf(read.get()));
    }

    /** What a field of a form names as its {@code valuesKey} to offer the list. */
    public String key() {
        return key;
    }

    public Class<T> type() {
        return type;
    }

    /** @return all rows in their order, also those that are no longer offered */
    public List<T> all() {
        return rows.answer(key);
    }

    /** Has the rows read again: this transaction has changed them. */
    public void forget() {
        rows.forget(key);
    }

    /** @return the rows that are offered now, in their order */
    public List<T> offered() {
        return all().stream().filter(Choice::inUse).toList();
    }

    /** @return the codes of all rows, also of those that are no longer offered */
    public List<String> codes() {
        return all().stream().map(Choice::code).toList();
    }

    /** @return the row of this code, also where it is no longer offered */
    public Optional<T> find(String code) {
        return all().stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** @return the row of a code that is stored, and therefore in the list */
    public T get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("There is no “%s” in %s".formatted(code, key)));
    }

    /** @return the rows of these codes, each once, in the order of the list; none for a code that is not in it */
    public List<T> of(Collection<String> codes) {
        return Choice.of(all(), codes);
    }
}
