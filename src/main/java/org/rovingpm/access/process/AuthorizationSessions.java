package org.rovingpm.access.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Has people change {@link RightsOfGroups} only, and has the engine take a person's groups as they are. By itself it first asks, with each command, for the groups of all
 * rights there are, to leave out those without any: that reads a table which grows with people and with tasks of PMs, and
 * only saves something for people of very many groups.
 */
class AuthorizationSessions implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new AuthorizationManager() {

            @Override
            public List<String> filterAuthenticatedGroupIds(List<String> groups) {
                return groups == null ? List.of() : new ArrayList<>(groups);
            }

            @Override
            public void insert(DbEntity right) {
                refuseToPeople((AuthorizationEntity) right);
                super.insert(right);
            }

            @Override
            public void update(AuthorizationEntity right) {
                refuseToPeople(right);
                AuthorizationEntity before = getDbEntityManager().selectById(AuthorizationEntity.class, right.getId());
                if (before != null) {
                    refuseToPeople(before);
                }
                super.update(right);
            }

            @Override
            public void delete(DbEntity right) {
                refuseToPeople((AuthorizationEntity) right);
                super.delete(right);
            }

            /** What the application does by itself is not checked. */
            private void refuseToPeople(AuthorizationEntity right) {
                if (isAuthCheckExecuted()) {
                    RightsOfGroups.refuseOthers(right);
                }
            }
        };
    }
}
