package dev.nexus.ai.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.answer.SectionStatus;
import dev.nexus.ai.catalogue.Intent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowPlannerTest {

  private static DomainSection section(String domain, String type) {
    ResultItem item =
        new ResultItem(
            domain + ".1", type, "t", "d", JsonNodeFactory.instance.objectNode(), 1, 1, List.of());
    return new DomainSection(domain, domain, SectionStatus.SUCCESS, null, 1, List.of(item));
  }

  private static final List<DomainSection> ORDER =
      List.of(
          section("notifications", "reminder"),
          section("delivery", "delivery_address"),
          section("payment", "payment_processing"),
          section("commerce", "food_order"));

  @Test
  void putsEveryStepAfterWhatItDependsOn_checklist35() {
    Workflow workflow =
        WorkflowPlanner.plan(ORDER, Set.of(Intent.PURCHASE, Intent.REMINDER))
            .workflow()
            .orElseThrow();
    assertThat(workflow.steps())
        .containsExactly(
            new WorkflowStep(
                1, "order_food", "commerce", StepStatus.COMPLETED, "commerce.1", List.of()),
            new WorkflowStep(
                2,
                "process_payment",
                "payment",
                StepStatus.PENDING,
                "payment.1",
                List.of("commerce.1")),
            new WorkflowStep(
                3,
                "set_delivery_address",
                "delivery",
                StepStatus.PENDING,
                "delivery.1",
                List.of("commerce.1", "payment.1")),
            new WorkflowStep(
                4,
                "create_reminders",
                "notifications",
                StepStatus.PENDING,
                "notifications.1",
                List.of()));
  }

  @Test
  void marksSectionsThatWaitForTheUser() {
    assertThat(WorkflowPlanner.plan(ORDER, Set.of(Intent.PURCHASE)).sections())
        .extracting(DomainSection::status)
        .containsExactly(
            SectionStatus.SUCCESS,
            SectionStatus.PENDING,
            SectionStatus.PENDING,
            SectionStatus.SUCCESS);
  }

  @Test
  void plansNothingForAQueryThatOnlyAsks() {
    assertThat(WorkflowPlanner.plan(ORDER, Set.of(Intent.QUESTION)).workflow()).isEmpty();
  }
}
