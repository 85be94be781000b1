package org.rovingpm.modelcheck.process;

import java.io.PrintStream;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rovingpm.contract.Contracts;
import org.rovingpm.modelcheck.CheckFiles;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Runs the check without starting the application. Beans that models may name are looked up but not created. */
public final class CheckCommand {

    /** The first argument that selects it. */
    public static final String NAME = "check";

    private CheckCommand() {}

    /** @return 0 if the files would be accepted, otherwise 1 */
    public static int run(List<String> files, PrintStream out) {
        return withoutDatabase().run(files, out);
    }

    /** The check with the packaged models as those in force. */
    public static CheckFiles withoutDatabase() {
        return new CheckFiles(
                new ProvidedByCode(named(), new Contracts()),
                new JuelExpressions(),
                new EngineLiterals(),
                new EngineLengths(),
                new ScalaFeel(),
                new ModelSchema(),
                new ReadAsDeployed());
    }

    private static DefaultListableBeanFactory named() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.setIncludeAnnotationConfig(false);
        List.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                .forEach(kind -> scanner.addIncludeFilter(new AssignableTypeFilter(kind)));
        scanner.scan("org.rovingpm");
        return beans;
    }
}
