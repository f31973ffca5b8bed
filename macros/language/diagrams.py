"""What a diagram is called: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "script.diagram": ("그림", "Diagram"),
        "script.diagram-flow": ("흐름도", "Flowchart"),
        "script.diagram-sequence": ("시퀀스 다이어그램", "Sequence diagram"),
        "script.diagram-class": ("클래스 다이어그램", "Class diagram"),
        "script.diagram-state": ("상태 다이어그램", "State diagram"),
        "script.diagram-er": ("개체 관계도", "Entity relationship diagram"),
        "script.diagram-gantt": ("간트 차트", "Gantt chart"),
        "script.diagram-pie": ("원그래프", "Pie chart"),
        "script.diagram-journey": ("여정 지도", "User journey"),
        "script.diagram-timeline": ("연표", "Timeline"),
        "script.diagram-mindmap": ("마인드맵", "Mind map"),
        "script.diagram-git": ("커밋 그래프", "Graph of commits"),
        "script.diagram-xy": ("그래프", "Chart"),
        "script.diagram-more": ("그 밖에 {count}개", "and {count} more"),
        "script.diagram-source": ("그림의 원본", "Source of the diagram"),
        "script.diagram-loads": ("다른 파일을 불러오는 그림입니다", "it would load a file"),
    }
)
