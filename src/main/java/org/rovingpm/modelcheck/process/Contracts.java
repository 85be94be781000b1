package org.rovingpm.modelcheck.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** The contract classes of the processes: what each says that its process and the code agree on. */
final class Contracts {

    private static final String CLASSES = "classpath*:org/rovingpm/**/process/*Process.class";
    private static final String KEY = "KEY";

    private Contracts() {}

    /** @return the texts that each names (variables, messages, elements), by the id of the process */
    static Map<String, Set<String>> all() {
        Map<String, Set<String>> contracts = new HashMap<>();
        try {
            CachingMetadataReaderFactory classes = new CachingMetadataReaderFactory();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
                String name = classes.getMetadataReader(file).getClassMetadata().getClassName();
                Map<String, String> constants = constants(ClassUtils.resolveClassName(name, null));
                if (constants.containsKey(KEY)) {
                    contracts.put(constants.get(KEY), new HashSet<>(constants.values()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return contracts;
    }

    private static Map<String, String> constants(Class<?> contract) {
        Map<String, String> constants = new TreeMap<>();
        for (Field field : contract.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == String.class
                    && field.trySetAccessible()) {
                try {
                    constants.put(field.getName(), (String) field.get(null));
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return constants;
    }
}
