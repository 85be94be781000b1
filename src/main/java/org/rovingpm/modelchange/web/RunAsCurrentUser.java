package org.rovingpm.modelchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rovingpm.modelchange.RunAs;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Runs the engine's calls on the pages of changes as the current user, with their rights. */
@Component
class RunAsCurrentUser implements HandlerInterceptor, WebMvcConfigurer {

    private final RunAs engine;

    RunAsCurrentUser(RunAs engine) {
        this.engine = engine;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/changes/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        List<String> groups = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        engine.begin(person.getName(), groups);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        engine.end();
    }
}
