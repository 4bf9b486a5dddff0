package dev.nexus.ai.workflow;

import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.answer.SectionStatus;
import dev.nexus.ai.catalogue.Intent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays out the steps of an order: what was found is done, what needs the user waits. The sections
 * of waiting steps are marked pending.
 */
public final class WorkflowPlanner {

  private static final String FOOD_ORDER = "food_order";

  /** In topological order. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(Intent.PURCHASE, "commerce", "order_product", List.of()),
          new Rule(Intent.PURCHASE, "payment", "process_payment", List.of("commerce")),
          new Rule(
              Intent.PURCHASE, "delivery", "set_delivery_address", List.of("commerce", "payment")),
          new Rule(Intent.REMINDER, "notifications", "create_reminders", List.of()),
          new Rule(Intent.MEDICATION, "health", "track_medication", List.of()));

  private record Rule(Intent intent, String domain, String action, List<String> after) {}

  private WorkflowPlanner() {}

  /** The sections with their workflow, if the query asks for something to be done. */
  public static Planned plan(List<DomainSection> sections, Set<Intent> intents) {
    Map<String, ResultItem> first = new HashMap<>();
    sections.forEach(
        s -> s.results().stream().findFirst().ifPresent(i -> first.put(s.domainId(), i)));
    List<WorkflowStep> steps = new ArrayList<>();
    for (Rule rule : RULES) {
      ResultItem item = first.get(rule.domain());
      if (item != null && intents.contains(rule.intent())) {
        steps.add(step(rule, item, steps));
      }
    }
    return steps.isEmpty()
        ? new Planned(sections, Optional.empty())
        : new Planned(waiting(sections, steps), Optional.of(new Workflow(List.copyOf(steps))));
  }

  private static WorkflowStep step(Rule rule, ResultItem item, List<WorkflowStep> earlier) {
    boolean found = rule.domain().equals("commerce");
    return new WorkflowStep(
        earlier.size() + 1,
        item.type().equals(FOOD_ORDER) ? "order_food" : rule.action(),
        rule.domain(),
        found ? StepStatus.COMPLETED : StepStatus.PENDING,
        item.id(),
        earlier.stream()
            .filter(step -> rule.after().contains(step.domain()))
            .map(WorkflowStep::resultId)
            .toList());
  }

  private static List<DomainSection> waiting(
      List<DomainSection> sections, List<WorkflowStep> steps) {
    return sections.stream()
        .map(
            section ->
                steps.stream()
                        .filter(step -> step.status() == StepStatus.PENDING)
                        .anyMatch(step -> step.domain().equals(section.domainId()))
                    ? section.as(SectionStatus.PENDING)
                    : section)
        .toList();
  }

  /**
   * The outcome.
   *
   * @param sections with those pending that wait for the user
   * @param workflow absent when nothing is to be done
   */
  public record Planned(List<DomainSection> sections, Optional<Workflow> workflow) {}
}
