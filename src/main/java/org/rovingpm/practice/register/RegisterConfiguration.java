package org.rovingpm.practice.register;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(RegisterApiSettings.class)
class RegisterConfiguration {}
