package org.rovingpm.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, PoolSettings.class})
class DatabaseConfiguration {

    @Bean
    ConnectionPools dataSource(DatabaseSettings settings, PoolSettings pools) {
        return new ConnectionPools(new DatabaseAddress(settings), pools);
    }

    @Bean
    KeptLocks keptLocks(DatabaseSettings settings) {
        return new KeptLocks(new DatabaseAddress(settings));
    }
}
