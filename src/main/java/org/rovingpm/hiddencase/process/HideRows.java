package org.rovingpm.hiddencase.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.rovingpm.database.SqlFile;
import org.rovingpm.hiddencase.CaseReader;

/** Hides the rows of hidden cases from what a transaction reads, and shows them again. At its end they are shown anyway. */
final class HideRows {

    private static final String HIDES_ANYTHING = "select exists (select from published_hidden_cases(?, ?))";
    private static final String HIDE = SqlFile.read(HideRows.class, "hide-instances.sql");
    private static final String SHOW = "select set_config('rovingpm.hiding', '', true)";

    private HideRows() {}

    /** @return false if there is nothing to hide; where there is not, as for most people, that costs one short question */
    static boolean hide(Connection connection, CaseReader reader, LocalDate today) {
        try {
            return isTrue(connection, HIDES_ANYTHING, reader.person(), today)
                    && hasRow(connection, HIDE, reader.mends(), reader.person(), today);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void show(Connection connection) {
        try (PreparedStatement setting = connection.prepareStatement(SHOW)) {
            setting.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isTrue(Connection connection, String question, Object... values) throws SQLException {
        try (PreparedStatement asked = ask(connection, question, values);
                ResultSet answer = asked.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static boolean hasRow(Connection connection, String question, Object... values) throws SQLException {
        try (PreparedStatement asked = ask(connection, question, values);
                ResultSet answer = asked.executeQuery()) {
            return answer.next();
        }
    }

    private static PreparedStatement ask(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int value = 0; value < values.length; value++) {
            statement.setObject(value + 1, values[value]);
        }
        return statement;
    }
}
