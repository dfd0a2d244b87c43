/// What a new school starts from: kinds of records, the forms that differ by school level, and the regulations' profiles.
///
/// Files that are compiled into the program, by name without ending; `SchoolProfile` lays them over each other.
package enum ProfileFiles {
  /// Kinds as all schools have them, without what a regulation adds.
  package static let kinds: [String: [UInt8]] = [
    "activity-plan": PackageResources.activity_plan_yml,
    "asset-register": PackageResources.asset_register_yml,
    "attendance": PackageResources.attendance_yml,
    "attendance-summary": PackageResources.attendance_summary_yml,
    "board-decision": PackageResources.board_decision_yml,
    "class-gradebook": PackageResources.class_gradebook_yml,
    "class-list": PackageResources.class_list_yml,
    "class-log": PackageResources.class_log_yml,
    "conduct": PackageResources.conduct_yml,
    "conduct-summary": PackageResources.conduct_summary_yml,
    "contact-book": PackageResources.contact_book_yml,
    "correction-application": PackageResources.correction_application_yml,
    "correction-cells": PackageResources.correction_cells_yml,
    "correction-minutes": PackageResources.correction_minutes_yml,
    "correction-records": PackageResources.correction_records_yml,
    "curriculum": PackageResources.curriculum_yml,
    "destruction-minutes": PackageResources.destruction_minutes_yml,
    "development-report": PackageResources.development_report_yml,
    "development-topic": PackageResources.development_topic_yml,
    "directive": PackageResources.directive_yml,
    "draft-team-resolution": PackageResources.draft_team_resolution_yml,
    "equipment-register": PackageResources.equipment_register_yml,
    "evaluation-summary": PackageResources.evaluation_summary_yml,
    "exam-results": PackageResources.exam_results_yml,
    "gradebook-log": PackageResources.gradebook_log_yml,
    "gradebook-remark": PackageResources.gradebook_remark_yml,
    "health-check": PackageResources.health_check_yml,
    "homeroom-book": PackageResources.homeroom_book_yml,
    "incoming-documents": PackageResources.incoming_documents_yml,
    "inspection-plan": PackageResources.inspection_plan_yml,
    "inspection-result": PackageResources.inspection_result_yml,
    "lesson-plan": PackageResources.lesson_plan_yml,
    "library-catalogue": PackageResources.library_catalogue_yml,
    "mark-check": PackageResources.mark_check_yml,
    "medical-kit": PackageResources.medical_kit_yml,
    "news-article": PackageResources.news_article_yml,
    "operational-plan": PackageResources.operational_plan_yml,
    "other-record": PackageResources.other_record_yml,
    "outgoing-documents": PackageResources.outgoing_documents_yml,
    "personal-gradebook": PackageResources.personal_gradebook_yml,
    "pupil-file": PackageResources.pupil_file_yml,
    "pupil-moves": PackageResources.pupil_moves_yml,
    "pupil-register": PackageResources.pupil_register_yml,
    "pupil-work": PackageResources.pupil_work_yml,
    "result-confirmation": PackageResources.result_confirmation_yml,
    "review-note": PackageResources.review_note_yml,
    "school-plan": PackageResources.school_plan_yml,
    "school-resolution": PackageResources.school_resolution_yml,
    "self-study": PackageResources.self_study_yml,
    "staff-file": PackageResources.staff_file_yml,
    "statistics-report": PackageResources.statistics_report_yml,
    "summer-results": PackageResources.summer_results_yml,
    "teaching-schedule": PackageResources.teaching_schedule_yml,
    "team-document": PackageResources.team_document_yml,
    "team-minutes": PackageResources.team_minutes_yml,
    "team-plan": PackageResources.team_plan_yml,
    "team-resolution": PackageResources.team_resolution_yml,
    "test-paper": PackageResources.test_paper_yml,
    "timetable": PackageResources.timetable_yml,
    "topic-product": PackageResources.topic_product_yml,
    "transcript": PackageResources.transcript_yml,
    "year-results": PackageResources.year_results_yml,
  ]

  /// Parts of kinds that differ by school level or regulation.
  package static let forms: [String: [UInt8]] = [
    "cv-2345": PackageResources.cv_2345_yml,
    "cv-5512": PackageResources.cv_5512_yml,
    "levels-of-teacher": PackageResources.levels_of_teacher_yml,
    "marks-by-class": PackageResources.marks_by_class_yml,
    "marks-by-subject": PackageResources.marks_by_subject_yml,
    "marks-of-teacher": PackageResources.marks_of_teacher_yml,
    "pupil-data": PackageResources.pupil_data_yml,
  ]

  /// The regulations: which kinds, by which clause, due when, approved by whom.
  package static let profiles: [String: [UInt8]] = [
    "000": PackageResources.profile_000_yml,
    "001": PackageResources.profile_001_yml,
    "002": PackageResources.profile_002_yml,
    "003": PackageResources.profile_003_yml,
    "004": PackageResources.profile_004_yml,
  ]

  /// Subjects by school level.
  package static let subjects: [String: [UInt8]] = [
    "lower-secondary": PackageResources.lower_secondary_csv,
    "primary": PackageResources.primary_csv,
    "upper-secondary": PackageResources.upper_secondary_csv,
  ]

  /// Rights on every folder that some kind uses.
  package static let access = PackageResources.access_csv
}
