package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.fixture.model.ProcessModel;

/** Looks at the diagrams: one screen each, everything drawn, nothing on top of anything else. */
class ModelLayoutTest {

    private static final double WIDEST = 1700;
    private static final double HIGHEST = 800;
    private static final double WIDEST_LINE = 101;
    private static final double TWO_LINES = 27;

    static Stream<ProcessModel> models() {
        return ProcessModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawnOnOneScreen(ProcessModel model) {
        assertThat(model.elements(BpmnShape.class))
                .extracting(shape -> shape.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(
                        model.elements(FlowNode.class).map(FlowNode::getId).toList());
        assertThat(model.elements(BpmnEdge.class))
                .extracting(edge -> edge.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(model.elements(SequenceFlow.class)
                        .map(SequenceFlow::getId)
                        .toList());
        Rectangle2D picture =
                shapes(model).values().stream().reduce(Rectangle2D::createUnion).orElseThrow();
        assertThat(picture.getWidth()).isLessThanOrEqualTo(WIDEST);
        assertThat(picture.getHeight()).isLessThanOrEqualTo(HIGHEST);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noShapeLiesOnAnother(ProcessModel model) {
        List<Map.Entry<FlowNode, Rectangle2D>> shapes =
                List.copyOf(shapes(model).entrySet());
        for (Map.Entry<FlowNode, Rectangle2D> one : shapes) {
            assertThat(shapes.stream()
                            .filter(other -> !belongTogether(one.getKey(), other.getKey()))
                            .filter(other -> other.getValue().intersects(one.getValue()))
                            .map(other -> other.getKey().getId()))
                    .as("shapes on " + one.getKey().getId())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunStraightAndThroughNoForeignShape(ProcessModel model) {
        Map<FlowNode, Rectangle2D> shapes = shapes(model);
        assertThat(model.elements(BpmnEdge.class)).allSatisfy(edge -> {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            assertThat(segments(edge)).as(flow.getId()).allMatch(line -> line.x1 == line.x2 || line.y1 == line.y2);
            assertThat(shapes.entrySet().stream()
                            .filter(shape -> shape.getKey() != flow.getSource() && shape.getKey() != flow.getTarget())
                            .filter(shape -> !isWithin(flow.getSource(), shape.getKey()))
                            .filter(shape ->
                                    segments(edge).stream().anyMatch(line -> line.intersects(inner(shape.getValue()))))
                            .map(shape -> shape.getKey().getId()))
                    .as("shapes under " + flow.getId())
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsDoNotCross(ProcessModel model) {
        List<BpmnEdge> edges = model.elements(BpmnEdge.class).toList();
        for (BpmnEdge one : edges) {
            assertThat(edges.stream()
                            .filter(other -> other != one && cross(one, other))
                            .map(other -> other.getBpmnElement().getId()))
                    .as("flows across " + one.getBpmnElement().getId())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @SuppressWarnings("ReferenceEquality") // Two labels may well have the same rectangle
    void labelsLieOnNothing(ProcessModel model) {
        List<Rectangle2D> labels = model.elements(BpmnLabel.class)
                .map(label -> rectangle(label.getBounds()))
                .toList();
        List<Line2D.Double> flows = model.elements(BpmnEdge.class)
                .flatMap(edge -> segments(edge).stream())
                .toList();
        List<Rectangle2D> shapes = shapes(model).entrySet().stream()
                .filter(shape -> !(shape.getKey() instanceof SubProcess))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(labels).allSatisfy(label -> {
            assertThat(labels.stream().filter(other -> other != label)).noneMatch(label::intersects);
            assertThat(flows).noneMatch(flow -> flow.intersects(inner(label)));
            assertThat(shapes).noneMatch(shape -> shape.intersects(inner(label)));
        });
    }

    /** The Modeler breaks a wider text into two lines, whatever the file says, and the second would lie on the shape. */
    @ParameterizedTest
    @MethodSource("models")
    void aWideLabelHasTwoLines(ProcessModel model) {
        assertThat(model.elements(BpmnLabel.class).map(label -> rectangle(label.getBounds())))
                .allMatch(label -> label.getWidth() <= WIDEST_LINE || label.getHeight() >= TWO_LINES);
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        return segments(one).stream().anyMatch(line -> segments(other).stream().anyMatch(line::intersectsLine));
    }

    private static boolean belongTogether(FlowNode one, FlowNode other) {
        return one == other
                || isWithin(one, other)
                || isWithin(other, one)
                || isAttached(one, other)
                || isAttached(other, one);
    }

    private static boolean isWithin(FlowNode inner, FlowNode outer) {
        return outer.getId().equals(inner.getParentElement().getAttributeValue("id"))
                || inner.getParentElement() instanceof FlowNode parent && isWithin(parent, outer);
    }

    private static boolean isAttached(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary && boundary.getAttachedTo() == host;
    }

    private static Map<FlowNode, Rectangle2D> shapes(ProcessModel model) {
        return model.elements(BpmnShape.class)
                .collect(Collectors.toMap(
                        shape -> (FlowNode) shape.getBpmnElement(), shape -> rectangle(shape.getBounds())));
    }

    private static List<Line2D.Double> segments(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        List<Line2D.Double> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            segments.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return segments;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** A line along the edge of a rectangle does not count as on it. */
    private static Rectangle2D inner(Rectangle2D rectangle) {
        return new Rectangle2D.Double(
                rectangle.getX() + 1, rectangle.getY() + 1, rectangle.getWidth() - 2, rectangle.getHeight() - 2);
    }
}
