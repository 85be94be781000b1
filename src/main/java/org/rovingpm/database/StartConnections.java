package org.rovingpm.database;

import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/** Gives the start its own connections: migrations, indexes and files of practices may take longer than anything later. */
class StartConnections implements ApplicationListener<SpringApplicationEvent> {

    private ConnectionUse.Scope starting = () -> {};

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationPreparedEvent) {
            starting = ConnectionUse.START.begin();
        } else if (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent) {
            starting.close();
            starting = () -> {};
        }
    }
}
