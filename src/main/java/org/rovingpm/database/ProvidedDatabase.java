package org.rovingpm.database;

/** A PostgreSQL that was started for the application, which closes it when nothing needs it any more. */
public interface ProvidedDatabase extends AutoCloseable {

    /** @return its JDBC address */
    String url();

    String user();

    String password();

    /** @return what to do where its tables are not those of this version: a sentence for the person who starts the application */
    String remedy();

    @Override
    void close();
}
